/** Tests of the tamper-evident log. */
@NullMarked
package vn.lienthong.crypto.log;

import org.jspecify.annotations.NullMarked;
