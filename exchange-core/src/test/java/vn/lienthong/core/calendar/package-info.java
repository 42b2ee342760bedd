@NullMarked
package vn.lienthong.core.calendar;

import org.jspecify.annotations.NullMarked;
