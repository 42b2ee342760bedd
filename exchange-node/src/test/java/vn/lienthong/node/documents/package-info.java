/** Tests. */
@NullMarked
package vn.lienthong.node.documents;

import org.jspecify.annotations.NullMarked;
