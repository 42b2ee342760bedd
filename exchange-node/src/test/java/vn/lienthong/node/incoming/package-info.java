/** Tests of the pages about documents that arrived, from outside. */
@NullMarked
package vn.lienthong.node.incoming;

import org.jspecify.annotations.NullMarked;
