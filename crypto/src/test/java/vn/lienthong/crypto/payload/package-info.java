@NullMarked
package vn.lienthong.crypto.payload;

import org.jspecify.annotations.NullMarked;
