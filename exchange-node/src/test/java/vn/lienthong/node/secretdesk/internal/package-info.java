/** Tests of the pages of the secret area. */
@NullMarked
package vn.lienthong.node.secretdesk.internal;

import org.jspecify.annotations.NullMarked;
