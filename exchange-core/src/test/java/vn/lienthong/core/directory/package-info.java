/** Tests of the package of the same name. */
@NullMarked
package vn.lienthong.core.directory;

import org.jspecify.annotations.NullMarked;
