/** Timestamps asked, given and refused. */
@NullMarked
package vn.lienthong.crypto.timestamp;

import org.jspecify.annotations.NullMarked;
