/** The watches, on a real database. */
@NullMarked
package vn.lienthong.node.directory.internal.watch;

import org.jspecify.annotations.NullMarked;
