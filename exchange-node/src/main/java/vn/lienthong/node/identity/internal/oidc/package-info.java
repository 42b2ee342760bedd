/** Identity providers: settings, discovery, exchange of codes, checks of tokens. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.identity.internal.oidc;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
