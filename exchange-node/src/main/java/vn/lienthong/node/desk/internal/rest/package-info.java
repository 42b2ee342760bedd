/** Sending documents over REST, following them and fetching their evidence. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.desk.internal.rest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
