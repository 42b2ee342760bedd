@NullMarked
package vn.lienthong.crypto.envelope;

import org.jspecify.annotations.NullMarked;
