/** Tests of what the PDF libraries need to be told. */
@NullMarked
package vn.lienthong.crypto.internal.pdf;

import org.jspecify.annotations.NullMarked;
