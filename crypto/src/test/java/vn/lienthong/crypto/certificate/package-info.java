@NullMarked
package vn.lienthong.crypto.certificate;

import org.jspecify.annotations.NullMarked;
