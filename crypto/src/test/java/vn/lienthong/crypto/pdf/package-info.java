/** Tests of writing, signing, validating and inspecting PDF documents. */
@NullMarked
package vn.lienthong.crypto.pdf;

import org.jspecify.annotations.NullMarked;
