/** Tests. */
@NullMarked
package vn.lienthong.node.storage;

import org.jspecify.annotations.NullMarked;
