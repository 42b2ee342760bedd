@NullMarked
package vn.lienthong.crypto.token;

import org.jspecify.annotations.NullMarked;
