@NullMarked
package vn.lienthong.node.identity.internal.oidc;

import org.jspecify.annotations.NullMarked;
