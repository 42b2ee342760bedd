/** The first accounts and keys of an installation, handed over in a file. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.directory.internal.accounts;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
