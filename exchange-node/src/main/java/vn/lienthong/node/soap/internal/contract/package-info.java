/** The contract and what makes calls keep to it. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.soap.internal.contract;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
