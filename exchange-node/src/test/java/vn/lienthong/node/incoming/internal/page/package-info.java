/** Tests of the forms. */
@NullMarked
package vn.lienthong.node.incoming.internal.page;

import org.jspecify.annotations.NullMarked;
