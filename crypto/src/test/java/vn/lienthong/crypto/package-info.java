/** Tests of the cryptographic building blocks. */
@NullMarked
package vn.lienthong.crypto;

import org.jspecify.annotations.NullMarked;
