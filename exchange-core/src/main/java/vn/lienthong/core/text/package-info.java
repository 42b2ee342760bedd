/** Vietnamese text as people search it: without accents, word by word. */
@CheckReturnValue
@NullMarked
package vn.lienthong.core.text;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
