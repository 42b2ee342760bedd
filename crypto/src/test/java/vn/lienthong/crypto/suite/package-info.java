@NullMarked
package vn.lienthong.crypto.suite;

import org.jspecify.annotations.NullMarked;
