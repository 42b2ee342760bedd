@NullMarked
package vn.lienthong.core.approval;

import org.jspecify.annotations.NullMarked;
