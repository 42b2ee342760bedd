/** The only place that knows the PDF libraries. */
@NullMarked
package vn.lienthong.crypto.internal.pdf;

import org.jspecify.annotations.NullMarked;
