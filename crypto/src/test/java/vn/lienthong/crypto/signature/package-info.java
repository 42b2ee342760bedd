@NullMarked
package vn.lienthong.crypto.signature;

import org.jspecify.annotations.NullMarked;
