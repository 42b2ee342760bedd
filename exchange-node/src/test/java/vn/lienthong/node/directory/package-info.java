/** Tests. */
@NullMarked
package vn.lienthong.node.directory;

import org.jspecify.annotations.NullMarked;
