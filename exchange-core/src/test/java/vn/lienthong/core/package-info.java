/** Tests of the exchange core and of its shape. */
@NullMarked
package vn.lienthong.core;

import org.jspecify.annotations.NullMarked;
