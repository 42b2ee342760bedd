@NullMarked
package vn.lienthong.crypto.key;

import org.jspecify.annotations.NullMarked;
