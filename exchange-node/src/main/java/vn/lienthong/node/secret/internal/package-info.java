/** The work of the secret area. */
@NullMarked
package vn.lienthong.node.secret.internal;

import org.jspecify.annotations.NullMarked;
