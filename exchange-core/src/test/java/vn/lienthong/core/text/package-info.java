/** Tests of folded text. */
@NullMarked
package vn.lienthong.core.text;

import org.jspecify.annotations.NullMarked;
