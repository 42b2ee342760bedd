/** The copy of the directory, on a real database. */
@NullMarked
package vn.lienthong.node.directory.internal.publication;

import org.jspecify.annotations.NullMarked;
