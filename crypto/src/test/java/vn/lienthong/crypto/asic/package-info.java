/** Packages: round trips, foreign validation, hostile containers. */
@NullMarked
package vn.lienthong.crypto.asic;

import org.jspecify.annotations.NullMarked;
