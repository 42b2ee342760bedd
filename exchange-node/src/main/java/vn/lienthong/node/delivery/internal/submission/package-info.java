/** From a document handed in to a durable parcel. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.delivery.internal.submission;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
