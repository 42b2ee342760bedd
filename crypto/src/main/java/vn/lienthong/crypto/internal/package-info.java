/** The only code of the exchange that touches BouncyCastle, iText, DSS and PDFBox; other modules never use it. */
@NullMarked
@CheckReturnValue
package vn.lienthong.crypto.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
