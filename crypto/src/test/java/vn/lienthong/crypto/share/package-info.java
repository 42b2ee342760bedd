@NullMarked
package vn.lienthong.crypto.share;

import org.jspecify.annotations.NullMarked;
