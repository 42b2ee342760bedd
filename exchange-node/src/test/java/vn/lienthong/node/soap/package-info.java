@NullMarked
package vn.lienthong.node.soap;

import org.jspecify.annotations.NullMarked;
