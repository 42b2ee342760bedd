/** Places, forms and conditions of the search. */
@NullMarked
package vn.lienthong.node.search.internal;

import org.jspecify.annotations.NullMarked;
