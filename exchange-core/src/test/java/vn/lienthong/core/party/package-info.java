/** Tests of the package of the same name. */
@NullMarked
package vn.lienthong.core.party;

import org.jspecify.annotations.NullMarked;
