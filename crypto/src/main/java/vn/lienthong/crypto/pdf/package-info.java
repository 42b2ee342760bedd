/**
 * PDF documents of agencies: writing a letter, signing it with the appearance of Decree 30/2020/NĐ-CP, validating what
 * others signed, and inspecting what arrives.
 */
@NullMarked
@CheckReturnValue
package vn.lienthong.crypto.pdf;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
