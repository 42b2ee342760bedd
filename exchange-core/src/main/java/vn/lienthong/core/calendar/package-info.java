/**
 * Working time in Vietnam: which days and hours count, the statutory holidays, the clocks that the law sets for sending, receiving
 * and presenting documents, and due dates. Pure rules: no clock, no database; everything is in the time of Vietnam (+07:00).
 */
@CheckReturnValue
@NullMarked
package vn.lienthong.core.calendar;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
