@NullMarked
package vn.lienthong.core.register;

import org.jspecify.annotations.NullMarked;
