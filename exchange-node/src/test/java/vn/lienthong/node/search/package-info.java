/** Finding documents, asked from the outside. */
@NullMarked
package vn.lienthong.node.search;

import org.jspecify.annotations.NullMarked;
