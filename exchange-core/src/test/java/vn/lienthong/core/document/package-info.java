/** Tests of the package of the same name. */
@NullMarked
package vn.lienthong.core.document;

import org.jspecify.annotations.NullMarked;
