/**
 * Documents become sealed parcels here, and parcels become documents again: nothing else touches package and payload keys. Files of
 * the desk that are no parcels lie sealed here too.
 */
@ApplicationModule(allowedDependencies = {"keys", "platform", "protection", "storage"})
@CheckReturnValue
@NullMarked
package vn.lienthong.node.documents;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
