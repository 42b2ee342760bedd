/** The program: its command line, and the Spring context that puts the modules together. */
@NullMarked
package vn.lienthong.node;

import org.jspecify.annotations.NullMarked;
