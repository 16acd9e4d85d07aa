def    spaced ( a,b ) :
    x = a +  b ;  y = x   # a comment stays
    return   x  /  (a - a)    # and here
print( "a"  ,  spaced( 0 , 0 ) if False else "b" )
if True:
        if True:
            print("deep")
            value = spaced( 1 , 2 )  ;  print("never")
print("end")
