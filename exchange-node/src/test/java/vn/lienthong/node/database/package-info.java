/** Tests. */
@NullMarked
package vn.lienthong.node.database;

import org.jspecify.annotations.NullMarked;
