@NullMarked
package vn.lienthong.crypto.internal.envelope;

import org.jspecify.annotations.NullMarked;
